package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.node.doctor.Finding;
import vn.lienthong.node.doctor.Finding.Words;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.Secret;

/** The certificates in the key files, and how many days they have left. */
final class CertificatesCheck implements Checks.Check {

    private static final int MOST = 60;
    private static final long CARE_DAYS = 7;

    @Override
    public List<Finding> look(Patient patient) throws IOException {
        Optional<Secret> password = patient.protection().secret("keys/password");
        if (password.isEmpty() || !Files.isDirectory(patient.keys())) {
            return List.of();
        }
        KeyVault vault = KeyVault.of(patient.keys(), password.get());
        List<Finding> findings = new ArrayList<>();
        List<String> names = vault.names("");
        for (String name : names.stream().limit(MOST).toList()) {
            for (Map.Entry<String, SigningKey> entry :
                    vault.read(name).orElse(Map.of()).entrySet()) {
                findings.add(days(
                        name + " " + entry.getKey(),
                        entry.getValue().certificate().getNotAfter().toInstant(),
                        patient.now()));
            }
        }
        if (names.size() > MOST) {
            findings.add(Finding.ok(
                    "certificate",
                    "Còn " + (names.size() - MOST) + " tệp khóa chưa xem",
                    (names.size() - MOST) + " more key files were not looked at"));
        }
        return findings;
    }

    private static Finding days(String name, Instant end, Instant now) {
        long days = Duration.between(now, end).toDays();
        Words found = new Words(
                "Chứng thư " + name + ": còn " + days + " ngày", "Certificate " + name + ": " + days + " days left");
        Words todo = new Words(
                "Gia hạn khóa; nút đang chạy tự gia hạn chứng thư của nó.",
                "Renew the key; a running node renews its own by itself.");
        if (!end.isAfter(now)) {
            return Finding.wrong("certificate", found, todo);
        }
        return days < CARE_DAYS
                ? Finding.care("certificate", found, todo)
                : Finding.ok("certificate", found.vietnamese(), found.english());
    }
}
