package vn.lienthong.crypto.log;

import java.util.HashSet;
import java.util.Set;

/** Takes the definitions of a policy in order and refuses those that break a rule. */
final class PolicyRules {

    private static final int DELETE = 0x7f;

    private final Set<String> logKeys = new HashSet<>();
    private final Set<String> witnessKeys = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> members = new HashSet<>();
    private int groups;

    void add(LogPolicy.Log log) throws LogFormatException {
        require(log.key().type() != NoteKeyType.COSIGNATURE_ED25519, "the key of a log cannot be that of a witness");
        require(isUrl(log.url()), "the URL of a log has other characters than a URL");
        require(logKeys.add(raw(log.key())), "two logs have the same key");
        require(logKeys.size() <= LogPolicy.MAX_ITEMS, "too many logs");
    }

    void add(LogPolicy.Witness witness) throws LogFormatException {
        require(witness.key().type() != NoteKeyType.ED25519, "the key of a witness cannot be that of a log");
        require(isUrl(witness.url()), "the URL of a witness has other characters than a URL");
        require(witnessKeys.add(raw(witness.key())), "two witnesses have the same key");
        require(witnessKeys.size() <= LogPolicy.MAX_ITEMS, "too many witnesses");
        define(witness.name());
    }

    void add(LogPolicy.Group group) throws LogFormatException {
        int size = group.members().size();
        require(size >= 1 && size <= LogPolicy.MAX_ITEMS, "a group has no members, or too many");
        require(group.threshold() >= 1 && group.threshold() <= size, "the threshold of a group cannot be met");
        for (String member : group.members()) {
            require(names.contains(member), "a group refers to a name that is not defined before it");
            require(members.add(member), "a name is a member twice");
        }
        require(++groups <= LogPolicy.MAX_ITEMS, "too many groups");
        define(group.name());
    }

    void quorum(String name) throws LogFormatException {
        require(
                name.equals(LogPolicy.NONE) || names.contains(name),
                "the quorum is a name that is not defined before it");
    }

    private void define(String name) throws LogFormatException {
        require(isWord(name) && !name.equals(LogPolicy.NONE), "not a name for a witness or a group");
        require(names.add(name), "a name is defined twice");
    }

    private static String raw(VerifierKey key) {
        return MerkleHash.leaf(key.publicKey()).toHex();
    }

    private static boolean isUrl(String url) {
        return url.isEmpty() || isWord(url);
    }

    /** A word of a policy line: no blanks and control characters; a leading hash sign would hide the line. */
    private static boolean isWord(String text) {
        return !text.isEmpty() && text.charAt(0) != '#' && text.chars().noneMatch(c -> c <= ' ' || c == DELETE);
    }

    private static void require(boolean holds, String rule) throws LogFormatException {
        if (!holds) {
            throw new LogFormatException(rule);
        }
    }
}
