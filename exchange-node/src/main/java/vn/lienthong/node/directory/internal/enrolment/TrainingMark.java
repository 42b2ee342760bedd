package vn.lienthong.node.directory.internal.enrolment;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * What tells an installation for training from a real one: all its certificates name another organisation, beginning with that of
 * the directory's own authority. So nothing that was signed there passes for real anywhere, and neither side enrols at the other.
 */
public final class TrainingMark {

    private static final String REAL = "Lien thong";
    private static final String TRAINING = "Lien thong TAP HUAN";

    private TrainingMark() {}

    /** The organisation that certificates name. */
    public static String organisation(boolean training) {
        return training ? TRAINING : REAL;
    }

    /** The name with which a node asks for its certificates. */
    public static X500Principal request(boolean training) {
        return new X500Principal(training ? "CN=node,O=" + TRAINING : "CN=node");
    }

    /** Whether the name is one of an installation for training. */
    public static boolean marks(X500Principal name) {
        return Arrays.asList(name.getName(X500Principal.RFC2253).split(",")).contains("O=" + TRAINING);
    }

    /**
     * Refuses the start with a directory of the other kind.
     *
     * @param authority of the directory
     * @param training whether this installation is for training
     */
    public static void check(X509Certificate authority, boolean training) {
        boolean marked = marks(authority.getSubjectX500Principal());
        if (marked && !training) {
            throw new StartRefusedException(
                    "the directory is one for training, where no document is valid; only `lienthong training` uses it");
        }
        if (training && !marked) {
            throw new StartRefusedException(
                    "this is to be an installation for training, but the directory is a real one: --training needs a"
                            + " directory and a data directory of its own");
        }
    }
}
