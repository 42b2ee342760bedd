package vn.lienthong.crypto.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signed note (C2SP signed-note): text and signature lines.
 *
 * <p>A parsed note is well-formed; its text means nothing before {@link #verify} has accepted it.
 *
 * @param text the text, which ends with a line end
 * @param signatures the lines, in order; at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** The largest note in octets. */
    public static final int MAX_SIZE = 256 * 1024;

    /** The most signatures of a note. */
    public static final int MAX_SIGNATURES = 64;

    /** Refuses what is not a note. */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("not a signed note");
        }
    }

    /**
     * Reads a note.
     *
     * @throws LogFormatException if it is not one, or larger than the limits
     */
    public static SignedNote parse(byte[] note) throws LogFormatException {
        String whole = NoteText.text(note, MAX_SIZE, "note");
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0) {
            throw new LogFormatException("no blank line before the signatures");
        }
        return new SignedNote(whole.substring(0, blank + 1), NoteSignature.parseLines(whole.substring(blank + 2)));
    }

    /** Returns the octets of the note. */
    public byte[] encode() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns the note with more signatures; those that it has already are not repeated. For own signatures: lines that came from
     * outside go through {@link #withVerified}.
     *
     * @throws IllegalArgumentException if they become too many
     */
    public SignedNote with(Collection<NoteSignature> more) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /**
     * Returns the note with the good signatures among the answers of others, one per key. Everything else in the answers is
     * dropped: a false line of a known key would make every reader reject the note.
     *
     * @param answers lines that came from outside
     * @param keys keys that were asked to sign
     * @throws IllegalArgumentException if the signatures become too many
     */
    public SignedNote withVerified(Collection<NoteSignature> answers, Collection<VerifierKey> keys) {
        List<NoteSignature> good = new ArrayList<>();
        for (VerifierKey key : keys) {
            if (signatures.stream().noneMatch(present -> present.isBy(key))) {
                answers.stream()
                        .filter(line -> line.isBy(key) && key.verify(text, line).isPresent())
                        .findFirst()
                        .ifPresent(good::add);
            }
        }
        return with(good);
    }

    /** Verifies every signature of a known key; see {@link NoteCheck}. */
    public NoteCheck verify(Collection<VerifierKey> knownKeys) {
        Map<VerifierKey, VerifiedSignature> good = new LinkedHashMap<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : knownKeys) {
                if (!signature.isBy(key)) {
                    continue;
                }
                Optional<VerifiedSignature> verified = key.verify(text, signature);
                if (verified.isEmpty()) {
                    return new NoteCheck.Rejected(NoteCheck.Reason.BAD_SIGNATURE);
                }
                good.putIfAbsent(key, verified.get());
            }
        }
        return good.isEmpty()
                ? new NoteCheck.Rejected(NoteCheck.Reason.NO_KNOWN_KEY)
                : new NoteCheck.Verified(List.copyOf(good.values()));
    }
}
