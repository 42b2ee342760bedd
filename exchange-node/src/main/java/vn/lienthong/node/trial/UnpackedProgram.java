package vn.lienthong.node.trial;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The program as a jar with its libraries beside it, as the class loader of the virtual machine reads it fastest. Classes of
 * signed jars never enter a cache, so the signatures of libraries are left out; what is unpacked is known by the digest of the
 * whole program instead.
 */
final class UnpackedProgram {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private UnpackedProgram() {}

    /** Unpacks the program into the directory, which then holds the returned jar. */
    static Path unpack(Path jar, Path directory) throws IOException {
        Tool.run(
                List.of(
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        directory.toString()),
                LIMIT);
        if (mayLeaveSignaturesOut()) {
            try (DirectoryStream<Path> libraries = Files.newDirectoryStream(directory.resolve("lib"), "*.jar")) {
                for (Path library : libraries) {
                    unsign(library);
                }
            }
        }
        return directory.resolve(jar.getFileName());
    }

    // Commercial builds of the JDK take cryptographic providers from signed jars only.
    private static boolean mayLeaveSignaturesOut() {
        return System.getProperty("java.runtime.name", "").startsWith("OpenJDK");
    }

    private static void unsign(Path library) throws IOException {
        Path fresh = library.resolveSibling(library.getFileName() + ".new");
        try (ZipFile signed = new ZipFile(library.toFile())) {
            if (signed.stream().noneMatch(UnpackedProgram::isSignature)) {
                return;
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(fresh))) {
                for (ZipEntry entry : signed.stream().toList()) {
                    copy(signed, entry, out);
                }
            }
        }
        Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream out) throws IOException {
        if (isSignature(entry)) {
            return;
        }
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        out.putNextEntry(same);
        try (InputStream content = from.getInputStream(entry)) {
            content.transferTo(out);
        }
        out.closeEntry();
    }

    private static boolean isSignature(ZipEntry entry) {
        return SIGNATURE.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches();
    }
}
