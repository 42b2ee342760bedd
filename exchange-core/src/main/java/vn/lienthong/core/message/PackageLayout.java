package vn.lienthong.core.message;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.FileName;

/** The names of the data objects in a package (ASiC-E): document first, then the addressees, then the files in order. */
public final class PackageLayout {

    /** The metadata of the document, first in the package. */
    public static final String DOCUMENT = "document.json";

    /** The signed list of addressees, second in the package. */
    public static final String RECIPIENTS = "recipients.json";

    /** The proof that two people have released a state secret; in no other package. */
    public static final String APPROVALS = "approvals.json";

    /** The most octets of {@link #APPROVALS}. */
    public static final int MAX_APPROVALS = 128 << 10;

    /** The folder of the files. */
    public static final String FILES = "files/";

    /** The most files of one document. */
    public static final int MAX_FILES = Document.MAX_ATTACHMENTS;

    private static final Pattern FILE = Pattern.compile("files/[0-9]{3}-[^/]+");

    private PackageLayout() {}

    /**
     * Returns the name of a file's object: {@code files/001-name.pdf}.
     *
     * @param index position of the attachment, from 0
     * @throws IndexOutOfBoundsException when a document cannot have that many files
     */
    public static String file(int index, FileName name) {
        int position = Objects.checkIndex(index, MAX_FILES) + 1;
        return String.format(Locale.ROOT, "%s%03d-%s", FILES, position, name.value());
    }

    /** Returns whether the object is one of the document's files. */
    public static boolean isFile(String objectName) {
        return FILE.matcher(objectName).matches();
    }
}
