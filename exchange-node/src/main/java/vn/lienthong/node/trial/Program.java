package vn.lienthong.node.trial;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The program that a process runs.
 *
 * @param jar of it, absent when it is run from classes, as an editor or a test does
 * @param arguments of the virtual machine that name it
 */
record Program(Optional<Path> jar, List<String> arguments) {

    private static final String MAIN = "vn.lienthong.node.LienthongApplication";

    /** Copies the arguments. */
    Program {
        arguments = List.copyOf(arguments);
    }

    /** The program in the jar. */
    static Program ofJar(Path jar) {
        return new Program(Optional.of(jar), List.of("-jar", jar.toString()));
    }

    /** What this process runs. */
    static Program ofThisProcess() {
        String classPath = System.getProperty("java.class.path");
        return classPath.endsWith(".jar") && classPath.indexOf(File.pathSeparatorChar) < 0
                ? ofJar(Path.of(classPath))
                : new Program(Optional.empty(), List.of("-cp", classPath, MAIN));
    }

    /** Options that make it start from its cache, when it has one. */
    List<String> quickStart() {
        return jar.map(QuickStart::optionsFor).orElse(List.of());
    }
}
