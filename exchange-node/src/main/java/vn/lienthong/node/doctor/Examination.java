package vn.lienthong.node.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.springframework.core.env.Environment;
import vn.lienthong.node.doctor.Finding.Words;
import vn.lienthong.node.doctor.internal.Checks;
import vn.lienthong.node.doctor.internal.Patient;

/** Looks at an installation. */
public final class Examination {

    private final InstantSource clock;

    /** Ages are counted by this clock. */
    public Examination(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Everything that can be said about the installation with these settings; nothing is changed.
     *
     * @param settings as the node would have them
     */
    public List<Finding> of(Environment settings) {
        return of(settings, Path.of("/"));
    }

    /** The same on a machine whose {@code /proc} and {@code /run} lie below another directory. */
    List<Finding> of(Environment settings, Path machine) {
        Patient patient = Patient.with(settings, machine, clock);
        return Checks.all().stream()
                .flatMap(check -> findings(check, patient).stream())
                .toList();
    }

    private static List<Finding> findings(Checks.Check check, Patient patient) {
        try {
            return check.look(patient);
        } catch (IOException e) {
            return List.of(Finding.wrong(
                    "unreadable",
                    new Words("Không đọc được: " + e.getMessage(), "Cannot be read: " + e.getMessage()),
                    new Words(
                            "Chạy lệnh này bằng tài khoản hệ thống của nút.",
                            "Run this command as the system user of the node.")));
        }
    }
}
