#include "tests/sim/tablet_host.h"

#include <nlohmann/json.hpp>

namespace fieldbook::sim {
namespace {

using nlohmann::json;

// Small, so that most files take several.
constexpr std::int64_t pieceBytes = 2048;

} // namespace

void TabletHost::upload(sync::Ticket ticket)
{
    const auto file = store_->sync().nextUpload();
    if (!file) {
        return tell(sync::event::Uploaded{ticket, 0});
    }
    const auto token = token_.empty() ? store_->session().account()->token : token_;
    Request request;
    if (file->upload.empty()) {
        request = {.path = std::string{filesPath},
                   .query = {},
                   .token = token,
                   .body = json{{"sha256", file->sha256}, {"size", file->size}}.dump()};
    } else {
        trace_.count("pieces of files sent");
        request = {.path = file->upload,
                   .query = std::to_string(file->sent),
                   .token = token,
                   .body = store_->sync().fileRange(file->sha256, file->sent, pieceBytes)};
    }
    underWay_[static_cast<std::size_t>(sync::Lane::Files)] = ticket;
    network_.send(std::move(request), life(), [this, ticket, file = *file](const Answer& answer) {
        guarded([&] { takeUploadReply(ticket, file, answer); });
    });
}

void TabletHost::takeUploadReply(sync::Ticket ticket,
                                 const client::PendingUpload& file,
                                 const Answer& answer)
{
    if (!awaited(sync::Lane::Files, ticket)) {
        return;
    }
    if (!file.upload.empty() && (answer.status == 404 || answer.status == 409)) {
        // The server knows another offset, or no such upload any more: begin anew.
        trace_.count("uploads begun anew");
        store_->sync().noteUpload(file.sha256, 0, "");
    }
    if (!answer.succeeded()) {
        return failed(sync::Lane::Files, ticket, answer);
    }
    const json reply = json::parse(answer.body);
    trace_.note(name_, "file " + file.sha256.substr(0, 8) + " of " + std::to_string(file.size) +
                           " sent up to " + reply["offset"].dump());
    store_->sync().noteUpload(file.sha256, reply["offset"], reply["location"].get<std::string>());
    uploads_ = store_->sync().waitingUploads();
    tell(sync::event::Uploaded{ticket, uploads_});
}

} // namespace fieldbook::sim
