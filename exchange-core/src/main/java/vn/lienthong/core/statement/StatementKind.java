package vn.lienthong.core.statement;

import java.util.Arrays;
import java.util.Optional;
import vn.lienthong.core.delivery.BusinessStatus.Known;

/** What a statement is about. */
public enum StatementKind {
    /** Where the document stands at the recipient: 01 to 06. */
    STATUS("status", Side.RECIPIENT, "01 02 03 04 05 06"),
    /** The sender asks for the document back: 13. */
    RECALL_REQUEST("recall-request", Side.SENDER, "13"),
    /** The recipient agrees to a recall, update or replacement (15), or declines (16). */
    ANSWER("answer", Side.RECIPIENT, "15 16"),
    /** The sender changes what it has said about the document. */
    UPDATE("update", Side.SENDER, ""),
    /** Another document takes the place of this one. */
    REPLACEMENT("replacement", Side.SENDER, ""),
    /** Another document corrects this one (đính chính). */
    CORRECTION("correction", Side.SENDER, ""),
    /** The sender reminds of the document (nhắc). */
    REMINDER("reminder", Side.SENDER, ""),
    /** The recipient reports that it has cancelled the document. */
    WITHDRAWN("withdrawn", Side.RECIPIENT, "");

    private final String word;
    private final Side author;
    private final String codes;

    StatementKind(String word, Side author, String codes) {
        this.word = word;
        this.author = author;
        this.codes = codes;
    }

    /** Finds a kind by its value on the wire. */
    public static Optional<StatementKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** Returns the value on the wire. */
    public String word() {
        return word;
    }

    /** Returns whether the sender of the document states it; otherwise its recipient does. */
    public boolean isSenders() {
        return author == Side.SENDER;
    }

    /** Returns whether it carries one of the two-digit codes. */
    public boolean hasStatus() {
        return !codes.isEmpty();
    }

    boolean allows(Known status) {
        return codes.contains(status.code());
    }

    /** Returns whether it speaks about an earlier statement of the other side. */
    boolean answersSomething() {
        return this == ANSWER || this == WITHDRAWN;
    }

    /** Returns whether it names another parcel. */
    boolean namesParcel() {
        return this == REPLACEMENT || this == CORRECTION;
    }

    private enum Side {
        SENDER,
        RECIPIENT
    }
}
