package vn.lienthong.node.doctor.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;
import vn.lienthong.node.protection.DataKey;
import vn.lienthong.node.protection.LocalProtection;
import vn.lienthong.node.protection.MasterKeyState.Origin;

/** The master key and the data keys under it. */
final class ProtectionCheck implements Checks.Check {

    private static final Duration OLD = Duration.ofDays(400);

    @Override
    public List<Finding> look(Patient patient) {
        LocalProtection.Look look = patient.protection();
        List<Finding> findings = new ArrayList<>();
        findings.add(look.refusal().map(ProtectionCheck::refused).orElseGet(() -> origin(look)));
        for (DataKey key : look.dataKeys()) {
            findings.add(age(key, Duration.between(key.madeAt(), patient.now())));
        }
        return findings;
    }

    private static Finding refused(String words) {
        return Finding.wrong(
                "master-key",
                new Words("Khóa chủ không dùng được: " + words, "The master key cannot be used: " + words),
                new Words(
                        "Đặt lại đúng khóa chủ của hệ thống này (docs/protection.md); đừng xóa gì.",
                        "Put back the master key of this installation (docs/protection.md); delete nothing."));
    }

    private static Finding origin(LocalProtection.Look look) {
        return look.origin() == Origin.DATA_DIRECTORY
                ? Finding.care(
                        "master-key",
                        new Words(
                                "Khóa chủ nằm trong thư mục dữ liệu (" + look.place()
                                        + "): ai chép cả thư mục là đọc được; không nhận văn bản mật.",
                                "The master key lies in the data directory (" + look.place()
                                        + "): whoever copies all of it can read it; secret documents are refused."),
                        new Words(
                                "Chuyển khóa ra ngoài: lienthong.master-key.file, systemd credential hoặc token.",
                                "Move it out: lienthong.master-key.file, a systemd credential, or a token."))
                : Finding.ok(
                        "master-key",
                        "Khóa chủ nằm ngoài thư mục dữ liệu: " + look.place(),
                        "The master key lies outside the data directory: " + look.place());
    }

    /** A data key, and whether it is time for another. */
    static Finding age(DataKey key, Duration age) {
        boolean table = key.place() == DataKey.Place.DATABASE;
        Words found = new Words(
                (table ? "Khóa dữ liệu trong cơ sở dữ liệu " : "Khóa dữ liệu ") + key.purpose() + ", bản "
                        + key.version() + ", " + age.toDays() + " ngày tuổi"
                        + key.retiredAt().map(_ -> ", đã thay, chờ hủy").orElse(""),
                (table ? "Data key in the database " : "Data key ") + key.purpose() + ", version " + key.version()
                        + ", " + age.toDays() + " days old"
                        + key.retiredAt()
                                .map(_ -> ", replaced, waits for its destruction")
                                .orElse(""));
        return age.compareTo(OLD) > 0 && key.retiredAt().isEmpty()
                ? Finding.care(
                        "data-key",
                        found,
                        new Words(
                                "Thay khóa: lienthong protect rotate --data-keys",
                                "Renew it: lienthong protect rotate --data-keys"))
                : Finding.ok("data-key", found.vietnamese(), found.english());
    }
}
