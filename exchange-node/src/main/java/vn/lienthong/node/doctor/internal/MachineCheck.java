package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;

/** What the machine may write down of the node's memory, its clock and its disk. */
final class MachineCheck implements Checks.Check {

    private static final int CARE_PERCENT = 10;
    private static final int WRONG_PERCENT = 3;
    private static final int ALL = 100;

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        List<Finding> findings = new ArrayList<>(List.of(swap(patient), cores(patient), clock(patient)));
        if (Files.isDirectory(patient.root())) {
            findings.add(disk(patient));
        }
        return findings;
    }

    private static Finding swap(Patient patient) {
        List<String> swaps = patient.ofMachine("proc/swaps").lines().skip(1).toList();
        boolean onDisk = swaps.stream().anyMatch(line -> !line.startsWith("/dev/zram"));
        return onDisk
                ? Finding.care(
                        "swap",
                        new Words(
                                "Bộ nhớ có thể bị ghi ra đĩa (swap): khóa có thể nằm lại ở đó",
                                "Memory may be swapped to a disk, and keys with it"),
                        new Words(
                                "Tắt swap, hoặc mã hóa nó bằng khóa ngẫu nhiên (crypttab: swap).",
                                "Switch swap off, or encrypt it with a random key (crypttab: swap)."))
                : Finding.ok("swap", "Bộ nhớ không bị ghi ra đĩa", "Memory is not swapped to a disk");
    }

    private static Finding cores(Patient patient) {
        String limits = patient.ofMachine("proc/self/limits");
        boolean off = limits.lines()
                .filter(line -> line.startsWith("Max core file size"))
                .anyMatch(line -> line.matches("Max core file size +0 +.*"));
        String pattern = patient.ofMachine("proc/sys/kernel/core_pattern").strip();
        // A pipe is fed even when files are limited to nothing.
        return off && !pattern.startsWith("|")
                ? Finding.ok("core-dumps", "Không ghi ảnh bộ nhớ khi hỏng", "No memory is dumped in a crash")
                : Finding.care(
                        "core-dumps",
                        new Words(
                                "Khi chương trình hỏng, bộ nhớ (có khóa) có thể bị ghi lại: " + pattern,
                                "In a crash, memory (with keys) may be written down: " + pattern),
                        new Words(
                                "LimitCORE=0 trong dịch vụ, và tắt bộ thu ảnh bộ nhớ của hệ thống.",
                                "LimitCORE=0 in the service, and switch the collector of the system off."));
    }

    private static Finding clock(Patient patient) {
        boolean kept = patient.onMachine("run/systemd/timesync/synchronized")
                || patient.onMachine("run/chrony/chronyd.pid")
                || patient.onMachine("run/chronyd.pid")
                || patient.onMachine("run/ntpd.pid");
        return kept
                ? Finding.ok("clock", "Đồng hồ được đồng bộ", "The clock is kept by a time service")
                : Finding.care(
                        "clock",
                        new Words("Không thấy dịch vụ đồng bộ giờ", "No time service was found"),
                        new Words(
                                "Cài chrony hoặc bật systemd-timesyncd.",
                                "Install chrony or enable systemd-timesyncd."));
    }

    private static Finding disk(Patient patient) throws IOException {
        FileStore store = Files.getFileStore(patient.root());
        long percent = store.getTotalSpace() == 0 ? ALL : store.getUsableSpace() * ALL / store.getTotalSpace();
        Words found = new Words("Đĩa còn trống " + percent + " %", percent + " % of the disk are free");
        Words todo = new Words("Thêm dung lượng hoặc dọn bớt.", "Add space or remove something.");
        if (percent < WRONG_PERCENT) {
            return Finding.wrong("disk", found, todo);
        }
        return percent < CARE_PERCENT
                ? Finding.care("disk", found, todo)
                : Finding.ok("disk", found.vietnamese(), found.english());
    }
}
