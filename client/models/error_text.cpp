#include "client/models/error_text.h"

#include "client/models/labels.h"
#include "shared/rules/labels.h"

namespace fieldbook::client {

QString ErrorText::of(const QString& code)
{
    const QString sentence = Labels::text(rules::textFor(code.toStdString()));
    return Labels::inChinese() ? QStringLiteral("%1（%2）").arg(sentence, code)
                               : QStringLiteral("%1 (%2)").arg(sentence, code);
}

} // namespace fieldbook::client
