package vn.lienthong.node.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.lienthong.node.LienthongApplication;

class ModulithTest {

    /**
     * Checks in a class loader of its own that looks into the main classes first. In the usual one the package descriptions
     * of the tests hide those of the program, and with them everything that the modules declare.
     */
    @Test
    void modulesUseOnlyWhatTheyDeclare() throws IOException, ReflectiveOperationException {
        try (URLClassLoader mainClassesFirst =
                new URLClassLoader(mainClassesFirst(), ClassLoader.getPlatformClassLoader())) {
            Thread thread = Thread.currentThread();
            ClassLoader usual = thread.getContextClassLoader();
            thread.setContextClassLoader(mainClassesFirst);
            try {
                Class<?> check = mainClassesFirst.loadClass(Verification.class.getName());
                Runnable verification =
                        (Runnable) check.getDeclaredConstructor().newInstance();
                assertThatCode(verification::run).doesNotThrowAnyException();
            } finally {
                thread.setContextClassLoader(usual);
            }
        }
    }

    private static URL[] mainClassesFirst() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .sorted(Comparator.comparing(entry -> entry.endsWith("test-classes")))
                .map(ModulithTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs inside the other class loader. */
    public static final class Verification implements Runnable {

        /** Called through reflection. */
        public Verification() {}

        @Override
        public void run() {
            ApplicationModules.of(LienthongApplication.class).verify();
        }
    }
}
