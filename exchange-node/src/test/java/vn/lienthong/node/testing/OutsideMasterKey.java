package vn.lienthong.node.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.lienthong.node.protection.MasterKeyState;

/** Lets the node under test believe that its master key lies elsewhere, as state secrets demand. */
@TestConfiguration(proxyBeanMethods = false)
public class OutsideMasterKey implements InvocationHandler {

    @Bean
    @Primary
    MasterKeyState outsideMasterKey() {
        return (MasterKeyState) Proxy.newProxyInstance(
                MasterKeyState.class.getClassLoader(), new Class<?>[] {MasterKeyState.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "origin" -> MasterKeyState.Origin.CREDENTIAL;
            case "place", "toString" -> "elsewhere";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> arguments != null && arguments[0] instanceof MasterKeyState;
            case "outsideDataDirectory" -> true;
            default -> List.of();
        };
    }
}
