package vn.lienthong.crypto.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a policy file line by line. */
final class PolicyReader {

    private static final Pattern BLANKS = Pattern.compile("[ \t]+");
    private static final int MAX_LINES = 8 * LogPolicy.MAX_ITEMS;
    private static final int DELETE = 0x7f;

    private final PolicyRules rules = new PolicyRules();
    private final List<LogPolicy.Log> logs = new ArrayList<>();
    private final List<LogPolicy.Witness> witnesses = new ArrayList<>();
    private final List<LogPolicy.Group> groups = new ArrayList<>();
    private String quorum = "";

    private PolicyReader() {}

    static LogPolicy read(byte[] file) throws LogFormatException {
        byte[] blanks = file.length > LogPolicy.MAX_SIZE ? file : file.clone();
        for (int i = 0; i < blanks.length; i++) {
            // a tab is a blank; all other control characters are refused with the text
            if (blanks[i] == '\t') {
                blanks[i] = ' ';
            }
        }
        String text = NoteText.text(blanks, LogPolicy.MAX_SIZE, "policy");
        if (!text.endsWith("\n")) {
            throw new LogFormatException("the last line of the policy has no end");
        }
        String[] lines = text.substring(0, text.length() - 1).split("\n", MAX_LINES + 1);
        if (lines.length > MAX_LINES) {
            throw new LogFormatException("more than " + MAX_LINES + " lines in the policy");
        }
        return new PolicyReader().lines(lines);
    }

    private LogPolicy lines(String[] lines) throws LogFormatException {
        for (int i = 0; i < lines.length; i++) {
            try {
                line(lines[i].trim());
            } catch (LogFormatException e) {
                throw new LogFormatException("line " + (i + 1) + " of the policy: " + e.getMessage());
            }
        }
        if (quorum.isEmpty()) {
            throw new LogFormatException("the policy has no quorum line");
        }
        return new LogPolicy(logs, witnesses, groups, quorum);
    }

    private void line(String line) throws LogFormatException {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.indexOf(DELETE) >= 0) {
            throw new LogFormatException("a control character");
        }
        String[] items = BLANKS.split(line, LogPolicy.MAX_ITEMS + 4);
        switch (items[0]) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw new LogFormatException("unknown keyword");
        }
    }

    private void log(String[] items) throws LogFormatException {
        count(items, 2, 3);
        LogPolicy.Log log = new LogPolicy.Log(VerifierKey.parse(items[1]), items.length > 2 ? items[2] : "");
        rules.add(log);
        logs.add(log);
    }

    private void witness(String[] items) throws LogFormatException {
        count(items, 3, 4);
        LogPolicy.Witness witness =
                new LogPolicy.Witness(items[1], VerifierKey.parse(items[2]), items.length > 3 ? items[3] : "");
        rules.add(witness);
        witnesses.add(witness);
    }

    private void group(String[] items) throws LogFormatException {
        count(items, 4, LogPolicy.MAX_ITEMS + 3);
        List<String> members = List.of(items).subList(3, items.length);
        long threshold = switch (items[2]) {
            case "any" -> 1;
            case "all" -> members.size();
            default -> NoteText.decimal(items[2], "threshold");
        };
        LogPolicy.Group group = new LogPolicy.Group(items[1], (int) Math.min(threshold, Integer.MAX_VALUE), members);
        rules.add(group);
        groups.add(group);
    }

    private void quorum(String[] items) throws LogFormatException {
        count(items, 2, 2);
        if (!quorum.isEmpty()) {
            throw new LogFormatException("a second quorum");
        }
        rules.quorum(items[1]);
        quorum = items[1];
    }

    private static void count(String[] items, int least, int most) throws LogFormatException {
        if (items.length < least || items.length > most) {
            throw new LogFormatException("too few or too many items");
        }
    }
}
