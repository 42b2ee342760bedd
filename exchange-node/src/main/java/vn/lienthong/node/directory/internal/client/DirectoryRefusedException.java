package vn.lienthong.node.directory.internal.client;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directory answered, and said no. */
final class DirectoryRefusedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"(LT-[0-9]{4})\"");

    private DirectoryRefusedException(String message) {
        super(message);
    }

    static DirectoryRefusedException of(int status, byte[] problem) {
        Matcher code = CODE.matcher(new String(problem, StandardCharsets.UTF_8));
        return new DirectoryRefusedException(
                "the directory refused with status " + status + (code.find() ? " and code " + code.group(1) : ""));
    }
}
