package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;

/** How fresh the copy of the directory and the published log are. */
final class StateCheck implements Checks.Check {

    private static final Duration DIRECTORY = Duration.ofDays(1);
    private static final Duration LOG = Duration.ofHours(1);

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        return List.of(
                fresh(
                        patient,
                        patient.root().resolve("directory/snapshot"),
                        DIRECTORY,
                        new Words("Bản sao danh mục", "The copy of the directory")),
                fresh(
                        patient,
                        patient.root().resolve("log/checkpoint"),
                        LOG,
                        new Words("Nhật ký đã công bố", "The published log")));
    }

    private static Finding fresh(Patient patient, Path file, Duration most, Words name) throws IOException {
        String subject = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            return Finding.care(
                    subject,
                    new Words(name.vietnamese() + ": chưa có", name.english() + " is not there yet"),
                    new Words("Khởi động nút và chờ vài phút.", "Start the node and wait some minutes."));
        }
        Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), patient.now());
        Words found = new Words(
                name.vietnamese() + ": ghi lần cuối " + age.toMinutes() + " phút trước",
                name.english() + " was written " + age.toMinutes() + " minutes ago");
        return age.compareTo(most) > 0
                ? Finding.care(
                        subject,
                        found,
                        new Words("Nếu nút đang chạy: xem trang Sức khỏe.", "If the node runs: see its health page."))
                : Finding.ok(subject, found.vietnamese(), found.english());
    }
}
