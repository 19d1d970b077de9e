#include "client/models/search/highlight.h"

#include "client/models/roles.h"
#include "shared/text/pinyin.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <optional>

namespace fieldbook::client {
namespace {

// What is read as one: a character of Chinese, or a word of anything else.
struct Unit {
    TextRange at;
    QString sound;
};

bool isHan(QChar letter) { return letter.script() == QChar::Script_Han; }

std::vector<Unit> unitsOf(const QString& text)
{
    const QStringList sounds =
        toQt(pinyinOf(text.toStdString()).spaced).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<Unit> units;
    qsizetype i = 0;
    while (i < text.size() && static_cast<qsizetype>(units.size()) < sounds.size()) {
        qsizetype end = i + 1;
        if (!text[i].isLetterOrNumber()) {
            i = end;
            continue;
        }
        while (!isHan(text[i]) && end < text.size() && text[end].isLetterOrNumber() &&
               !isHan(text[end])) {
            ++end;
        }
        units.push_back({{i, end - i}, sounds[static_cast<qsizetype>(units.size())]});
        i = end;
    }
    return units;
}

// How many units from `unit` on the typed letters stand for, each by its whole sound or its first
// letter; the last also by a part of its sound.
std::optional<std::size_t>
soundsLike(const std::vector<Unit>& units, std::size_t unit, QStringView typed)
{
    if (typed.isEmpty()) {
        return 0;
    }
    if (unit == units.size()) {
        return std::nullopt;
    }
    const QString& sound = units[unit].sound;
    if (sound.startsWith(typed)) {
        return 1;
    }
    for (const qsizetype taken : {sound.size(), qsizetype{1}}) {
        if (typed.startsWith(QStringView{sound}.left(taken))) {
            if (const auto rest = soundsLike(units, unit + 1, typed.mid(taken))) {
                return 1 + *rest;
            }
        }
    }
    return std::nullopt;
}

std::optional<TextRange> bySound(const QString& text, const QString& word)
{
    static const QRegularExpression letters{QStringLiteral("^[a-z]{1,64}$")};
    if (!letters.match(word).hasMatch() || std::ranges::none_of(text, isHan)) {
        return std::nullopt;
    }
    const std::vector<Unit> units = unitsOf(text);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (const auto count = soundsLike(units, i, word); count && *count > 0) {
            const TextRange& last = units[i + *count - 1].at;
            return TextRange{units[i].at.from, last.from + last.length - units[i].at.from};
        }
    }
    return std::nullopt;
}

std::vector<TextRange> inOrder(std::vector<TextRange> ranges)
{
    std::ranges::sort(ranges, {}, &TextRange::from);
    std::vector<TextRange> apart;
    for (const TextRange& range : ranges) {
        const qsizetype end = apart.empty() ? -1 : apart.back().from + apart.back().length;
        if (range.from > end) {
            apart.push_back(range);
        } else if (range.from == end) {
            apart.back().length += range.length;
        }
    }
    return apart;
}

} // namespace

std::vector<TextRange> matchesIn(const QString& text, const QString& query)
{
    static const QRegularExpression spaces{QStringLiteral("\\s+")};
    const QString sought = query.trimmed().toLower();
    std::vector<TextRange> ranges;
    for (const QString& word : sought.split(spaces, Qt::SkipEmptyParts)) {
        if (const auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0) {
            ranges.push_back({at, word.size()});
        } else if (const auto range = bySound(text, word)) {
            ranges.push_back(*range);
        }
    }
    if (ranges.empty()) {
        // "heng tong": syllables with spaces between them.
        if (const auto range = bySound(text, QString{sought}.remove(spaces))) {
            ranges.push_back(*range);
        }
    }
    return inOrder(std::move(ranges));
}

std::vector<TextRange> digitsIn(const QString& number, const QString& query)
{
    QString digits;
    std::vector<qsizetype> places;
    for (qsizetype i = 0; i < number.size(); ++i) {
        if (number[i].isDigit()) {
            digits.append(QChar::fromLatin1(static_cast<char>('0' + number[i].digitValue())));
            places.push_back(i);
        }
    }
    QString sought;
    for (const QChar each : query) {
        if (each.isDigit()) {
            sought.append(QChar::fromLatin1(static_cast<char>('0' + each.digitValue())));
        } else if (each.isLetter()) {
            return {};
        }
    }
    const qsizetype at = sought.isEmpty() ? -1 : digits.lastIndexOf(sought);
    if (at < 0) {
        return {};
    }
    const qsizetype from = places[static_cast<std::size_t>(at)];
    const qsizetype last = places[static_cast<std::size_t>(at + sought.size() - 1)];
    return {{from, last - from + 1}};
}

QString marked(const QString& text, const std::vector<TextRange>& ranges)
{
    QString styled;
    qsizetype at = 0;
    for (const TextRange& range : ranges) {
        styled += text.mid(at, range.from - at).toHtmlEscaped();
        styled +=
            QStringLiteral("<b>%1</b>").arg(text.mid(range.from, range.length).toHtmlEscaped());
        at = range.from + range.length;
    }
    return styled + text.mid(at).toHtmlEscaped();
}

} // namespace fieldbook::client
