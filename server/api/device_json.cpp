#include "server/api/device_json.h"

#include "server/api/body.h"

namespace fieldbook::server::api {

Result<SignIn> parseDevice(const nlohmann::json& body)
{
    const auto device = body.find("device");
    if (device == body.end() || !device->is_object()) {
        return fail(ErrorKind::Invalid, "body.malformed", "device is needed");
    }
    const auto install = textMember(*device, "id");
    const auto id = install ? Uuid::parse(*install) : std::nullopt;
    if (!id) {
        return fail(ErrorKind::Invalid, "body.malformed", "device.id must be a UUID");
    }
    SignIn signIn;
    signIn.install = *id;
    signIn.deviceName = textMember(*device, "name").value_or(std::string{});
    signIn.platform = textMember(*device, "platform").value_or(std::string{});
    signIn.appVersion = textMember(*device, "app_version").value_or(std::string{});
    signIn.enrolment = textMember(body, "enrolment").value_or(std::string{});
    if (const auto contact = device->find("contact"); contact != device->end()) {
        auto read = sync::parseContact(contact->dump());
        if (!read) {
            return fail(ErrorKind::Invalid, "body.malformed", "the contact of the device");
        }
        signIn.contact = std::move(*read);
    }
    const auto cookie = body.find("cookie");
    signIn.browser = cookie != body.end() && cookie->is_boolean() && cookie->get<bool>();
    return signIn;
}

} // namespace fieldbook::server::api
