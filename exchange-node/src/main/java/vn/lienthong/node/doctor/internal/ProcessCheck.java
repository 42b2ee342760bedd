package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;

/** The running process: what of its memory others can get at. */
final class ProcessCheck implements Checks.Check {

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        Optional<String> process = patient.process();
        if (process.isEmpty()) {
            return List.of(Finding.ok("process", "Nút không chạy", "The node does not run"));
        }
        String below = "proc/" + process.get() + "/";
        String command = patient.ofMachine(below + "cmdline");
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(
                "process", "Nút đang chạy, tiến trình " + process.get(), "The node runs as process " + process.get()));
        findings.add(
                command.contains("-XX:+DisableAttachMechanism")
                        ? Finding.ok("attach", "Không gắn được công cụ vào tiến trình", "No tool can attach to it")
                        : Finding.care(
                                "attach",
                                new Words(
                                        "Người cùng tài khoản hệ thống có thể lấy ảnh bộ nhớ bằng jcmd",
                                        "Whoever has its system user can take a heap dump with jcmd"),
                                new Words(
                                        "Chạy với -XX:+DisableAttachMechanism (deploy/lienthong đã có).",
                                        "Run it with -XX:+DisableAttachMechanism, as deploy/lienthong does.")));
        if (command.contains("-XX:+HeapDumpOnOutOfMemoryError")) {
            findings.add(Finding.wrong(
                    "heap-dump",
                    new Words(
                            "Hết bộ nhớ thì ghi ảnh bộ nhớ (có khóa) ra đĩa",
                            "Out of memory, it writes its heap (with keys) to the disk"),
                    new Words("Bỏ -XX:+HeapDumpOnOutOfMemoryError.", "Remove -XX:+HeapDumpOnOutOfMemoryError.")));
        }
        return findings;
    }
}
