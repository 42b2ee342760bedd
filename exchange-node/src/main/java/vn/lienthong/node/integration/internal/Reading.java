package vn.lienthong.node.integration.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import vn.lienthong.node.web.Download;

/**
 * Something that integrators read; it lies in the program, so that it is there without a network.
 *
 * @param slug in addresses
 * @param path in the program
 * @param mediaType of the file
 */
record Reading(String slug, String path, String mediaType) {

    private static final String ROOT = "integrator/";
    private static final String TEXT = "text/plain;charset=UTF-8";

    /** Everything that there may be; a fixed list, so that nothing else of the program can be asked for. */
    static final List<Reading> ALL = List.of(
            new Reading("guide", "integrator-guide.md", TEXT),
            new Reading("errors", "errors.md", TEXT),
            new Reading("changelog", "rest-changelog.md", TEXT),
            new Reading("java", "samples/java/LienThong.java", TEXT),
            new Reading("php", "samples/php/lienthong.php", TEXT),
            new Reading("node", "samples/node/lienthong.mjs", TEXT),
            new Reading("python", "samples/python/lienthong.py", TEXT),
            new Reading("curl", "samples/curl/lienthong.sh", TEXT),
            new Reading("http", "samples/http/lienthong.http", TEXT));

    private ClassPathResource resource() {
        return new ClassPathResource(ROOT + path);
    }

    /** Those that this program carries. */
    static List<Reading> there() {
        return ALL.stream().filter(reading -> reading.resource().exists()).toList();
    }

    /** The one with the name. */
    static Optional<Reading> find(String slug) {
        return there().stream().filter(reading -> reading.slug().equals(slug)).findFirst();
    }

    /** Its name as a file. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** For the browser to save. */
    Download download() throws IOException {
        ClassPathResource resource = resource();
        return new Download(fileName(), mediaType, resource.contentLength(), out -> {
            try (InputStream in = resource.getInputStream()) {
                in.transferTo(out);
            }
        });
    }
}
