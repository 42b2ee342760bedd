package vn.lienthong.node.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import vn.lienthong.node.LienthongApplication;

/**
 * Starts the whole node for a test class: own data directory, own schema on the shared database server, free ports, enrolled at
 * {@link TestAuthority}, {@link TestTransportIdentity} as certificates; {@link TestDirectory} publishes what a test needs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = LienthongApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.file.name=${lienthong.test.place:target}/tests/node.json")
@ContextConfiguration(initializers = NodeTestSettings.class)
@Import({TestTransportIdentity.class, TestDirectory.class, OutsideMasterKey.class, SecretsHeard.class})
public @interface NodeTest {}
