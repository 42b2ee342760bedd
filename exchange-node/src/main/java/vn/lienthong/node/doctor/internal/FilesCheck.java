package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;

/** Who may read which file, and what protects each file that holds keys. */
final class FilesCheck implements Checks.Check {

    private static final Set<PosixFilePermission> OWNER_ONLY = Set.copyOf(PosixFilePermissions.fromString("rwx------"));
    private static final Set<String> NO_SECRETS = Set.of("anchor.pem", "rotation-order", "rotation-answer");

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        if (!Files.isDirectory(patient.root())) {
            return List.of(Finding.wrong(
                    "data",
                    new Words(
                            "Không có thư mục dữ liệu " + patient.root(),
                            "There is no data directory " + patient.root()),
                    new Words("Chỉ đúng thư mục bằng --data.", "Name the right one with --data.")));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(modes(patient.root()));
        for (Path directory : List.of(patient.secrets(), patient.keys())) {
            for (Path file : files(directory)) {
                findings.add(protection(file));
            }
        }
        return findings;
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Finding modes(Path root) throws IOException {
        List<Path> open = new ArrayList<>();
        List<Path> looked = new ArrayList<>(List.of(root));
        looked.addAll(files(root.resolve("secrets")));
        looked.addAll(files(root.resolve("keys")));
        for (Path file : looked) {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                open.add(file);
            }
        }
        return open.isEmpty()
                ? Finding.ok(
                        "modes",
                        "Chỉ chủ sở hữu đọc được thư mục dữ liệu " + root,
                        "Only its owner can read the data directory " + root)
                : Finding.wrong(
                        "modes",
                        new Words("Người khác dùng được: " + open, "Others may use: " + open),
                        new Words("chmod go-rwx các tệp này", "chmod go-rwx these files"));
    }

    private static Finding protection(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".protected")) {
            return ok(file, "niêm phong dưới khóa dữ liệu", "sealed under a data key");
        }
        if (name.endsWith(".p12") || name.endsWith(".sealed")) {
            return ok(file, "mã hóa bằng mật khẩu đã niêm phong", "encrypted with a password that is sealed");
        }
        if (name.equals("protection-keys") || name.endsWith(".wrapped")) {
            return ok(file, "bọc dưới khóa chủ hoặc token", "wrapped under the master key or the token");
        }
        if (NO_SECRETS.contains(name)) {
            return ok(file, "không chứa bí mật", "holds no secret");
        }
        return readable(file, name);
    }

    private static Finding ok(Path file, String vietnamese, String english) {
        return Finding.ok("file", file + ": " + vietnamese, file + ": " + english);
    }

    private static Finding readable(Path file, String name) {
        Words todo = switch (name) {
            case "master-key", "master-key.next" ->
                new Words(
                        "Chuyển khóa chủ ra ngoài thư mục dữ liệu.", "Move the master key out of the data directory.");
            case "database-password" ->
                new Words(
                        "Cần trước khi mở khóa chủ cho cơ sở dữ liệu; dùng máy chủ riêng để bỏ tệp này.",
                        "The embedded database needs it; an external database does without.");
            default ->
                new Words(
                        "Khởi động nút một lần để niêm phong tệp này.",
                        "Start the node once: it seals this file. Remove it if nobody knows it.");
        };
        return Finding.care(
                "file", new Words(file + ": đọc được nếu chép tệp", file + ": readable for whoever copies it"), todo);
    }
}
