#include "client/app/answers.h"

#include <stdexcept>

namespace fieldbook::client {

Answers::Kind Answers::kind() const
{
    const std::scoped_lock held{lock_};
    return kind_;
}

void Answers::become(Kind kind)
{
    {
        const std::scoped_lock held{lock_};
        kind_ = kind;
    }
    changed_.notify_all();
}

void Answers::admit()
{
    std::unique_lock held{lock_};
    changed_.wait(held, [this] { return kind_ != Kind::Late; });
    if (kind_ == Kind::Failing) {
        throw std::runtime_error("the store is made to fail, to see how pages show it");
    }
}

} // namespace fieldbook::client
