package vn.lienthong.core.document;

import java.util.Arrays;
import java.util.Optional;

/** What a document wants to be for its recipients; the numbers are those of edXML {@code BussinessDocType}. */
public enum BusinessKind {
    /** A new document. */
    NEW(0),
    /** Asks for an earlier document back (lấy lại). */
    RECALL(1),
    /** Changes an earlier document or its recipients. */
    UPDATE(2),
    /** Takes the place of earlier documents. */
    REPLACE(3);

    private final int number;

    BusinessKind(int number) {
        this.number = number;
    }

    /** Finds the kind with that number. */
    public static Optional<BusinessKind> ofNumber(long number) {
        return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
    }

    /** Returns the number, 0 to 3. */
    public int number() {
        return number;
    }
}
