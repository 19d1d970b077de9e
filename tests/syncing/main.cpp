#include <gtest/gtest.h>

#include <QCoreApplication>

// Qt's network needs an application object; nothing runs its event loop, the worker has its own.
int main(int count, char** values)
{
    const QCoreApplication application{count, values};
    ::testing::InitGoogleTest(&count, values);
    return RUN_ALL_TESTS();
}
