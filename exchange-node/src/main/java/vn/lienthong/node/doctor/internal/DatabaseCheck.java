package vn.lienthong.node.doctor.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;

/** How the node reaches its database, and how browsers reach the node. */
final class DatabaseCheck implements Checks.Check {

    @Override
    public List<Finding> look(Patient patient) {
        return List.of(database(patient.setting("lienthong.database.url")), mail(patient));
    }

    private static Finding database(Optional<String> url) {
        if (url.isEmpty()) {
            return Finding.ok(
                    "database",
                    "Cơ sở dữ liệu đi kèm, chỉ nghe trên 127.0.0.1",
                    "The embedded database, which listens on 127.0.0.1 only");
        }
        String lower = url.get().toLowerCase(Locale.ROOT);
        if (lower.contains("localsocket=") || lower.matches("jdbc:\\w+://(localhost|127\\.0\\.0\\.1|\\[::1])[:/].*")) {
            return Finding.ok("database", "Cơ sở dữ liệu trên cùng máy", "The database is on this machine");
        }
        return lower.contains("sslmode=verify-full")
                ? Finding.ok(
                        "database",
                        "Kết nối cơ sở dữ liệu bằng TLS, có kiểm tra máy chủ",
                        "The database is reached with TLS, and its server is checked")
                : Finding.wrong(
                        "database",
                        new Words(
                                "Kết nối tới cơ sở dữ liệu ở máy khác không kiểm tra TLS",
                                "The connection to a database elsewhere is not TLS with a checked server"),
                        new Words("Thêm sslMode=verify-full vào địa chỉ.", "Add sslMode=verify-full to its URL."));
    }

    private static Finding mail(Patient patient) {
        Optional<String> host = patient.setting("lienthong.notification.mail.host");
        return host.isEmpty()
                ? Finding.ok("mail", "Không gửi thư điện tử", "No mail is sent")
                : Finding.ok("mail", "Thư báo gửi qua " + host.get(), "Notices are mailed through " + host.get());
    }
}
