#include "server/service/password_policy.h"

#include "server/service/common_passwords.h"
#include "shared/text/fold.h"
#include "shared/text/normal_form.h"

#include <algorithm>
#include <array>

namespace fieldbook::server {
namespace {

// What is repeated, and what remains without the words of the context, must be as long as the
// shortest password there may be.
constexpr std::size_t unitMin = PasswordRules::charactersLeast;
// A shorter word of the context is found by chance in what has nothing to do with it.
constexpr std::size_t contextWordMin = 2;

// The product's own names, in every company.
constexpr std::array<std::string_view, 2> ownNames{"fieldbook", "随访"};

std::size_t charactersIn(std::string_view text)
{
    const auto isFirst = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    return static_cast<std::size_t>(std::ranges::count_if(text, isFirst));
}

// The shortest beginning of which the text is a repetition, the last perhaps cut off.
std::string_view repeatedUnit(std::string_view text)
{
    for (std::size_t length = 1; length < text.size(); ++length) {
        if (text.substr(length) == text.substr(0, text.size() - length)) {
            return text.substr(0, length);
        }
    }
    return text;
}

bool isCommon(std::string_view folded)
{
    const auto unit = repeatedUnit(folded);
    const bool isRepeated = unit.size() < folded.size();
    return (isRepeated && charactersIn(unit) < unitMin) ||
           std::ranges::binary_search(commonPasswords(), unit) ||
           std::ranges::binary_search(commonPasswords(), folded);
}

std::string without(std::string text, std::string_view word)
{
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
        text.erase(at, word.size());
    }
    return text;
}

bool isOfContext(const std::string& folded, std::span<const std::string> context)
{
    std::string rest = folded;
    for (const auto name : ownNames) {
        rest = without(std::move(rest), name);
    }
    for (const auto& word : context) {
        const auto name = foldForSearch(word);
        if (charactersIn(name) >= contextWordMin) {
            rest = without(std::move(rest), name);
        }
    }
    return rest.size() < folded.size() && charactersIn(rest) < unitMin;
}

} // namespace

std::string passwordForm(std::string_view typed) { return compatibilityForm(typed); }

Result<std::string> admitPassword(std::string_view typed,
                                  const PasswordRules& rules,
                                  std::span<const std::string> context)
{
    if (typed.size() > PasswordRules::bytesMax) {
        return fail(ErrorKind::Invalid, "password.too_long");
    }
    auto form = passwordForm(typed);
    const auto characters = charactersIn(form);
    if (characters < rules.charactersMin) {
        return fail(ErrorKind::Invalid, "password.too_short", std::to_string(rules.charactersMin));
    }
    if (characters > PasswordRules::charactersMax || form.size() > PasswordRules::bytesMax) {
        return fail(ErrorKind::Invalid, "password.too_long");
    }
    const auto folded = foldForSearch(form);
    if (isCommon(folded)) {
        return fail(ErrorKind::Invalid, "password.common");
    }
    if (isOfContext(folded, context)) {
        return fail(ErrorKind::Invalid, "password.context");
    }
    return form;
}

} // namespace fieldbook::server
