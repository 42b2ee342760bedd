package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.util.List;
import vn.lienthong.node.doctor.Finding;

/** All examinations, in the order in which they are shown. */
public final class Checks {

    private Checks() {}

    /** One of them. */
    @FunctionalInterface
    public interface Check {

        /**
         * Looks.
         *
         * @throws IOException when something cannot be read
         */
        List<Finding> look(Patient patient) throws IOException;
    }

    /** All. */
    public static List<Check> all() {
        return List.of(
                new ProtectionCheck(),
                new FilesCheck(),
                new CertificatesCheck(),
                new DatabaseCheck(),
                new StoredCheck(),
                new MachineCheck(),
                new ProcessCheck(),
                new StateCheck());
    }
}
