package vn.lienthong.node.secret.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that counts the statements it is asked to prepare. */
final class CountedStatements {

    private final AtomicInteger count = new AtomicInteger();
    private final DataSource counting;

    CountedStatements(DataSource source) {
        counting = proxy(DataSource.class, source);
    }

    DataSource source() {
        return counting;
    }

    /** How many statements the work takes. */
    int of(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        int _ = count.incrementAndGet();
                    }
                    Object answer = call(target, method, arguments);
                    return answer instanceof Connection connection && type == DataSource.class
                            ? proxy(Connection.class, connection)
                            : answer;
                }));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getTargetException();
        }
    }
}
