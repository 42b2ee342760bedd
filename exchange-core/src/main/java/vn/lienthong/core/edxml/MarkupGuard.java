package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.Reader;
import java.util.Set;

/**
 * Stands before the XML parser, which would hold any tag, comment, instruction, CDATA section or character reference in memory
 * whatever its length: refuses those that are too long, every {@code <!…>} declaration and every entity that would need one, and
 * turns CDATA into plain text, so that it streams.
 */
final class MarkupGuard extends Reader {

    private static final int STEP = 8 << 10;
    private static final int LONGEST_ESCAPE = 5;
    private static final int LONGEST_REFERENCE = 12;
    private static final String COMMENT = "<!--";
    private static final String CDATA = "<![CDATA[";
    private static final Set<String> ENTITIES = Set.of("lt", "gt", "amp", "quot", "apos");

    private final Reader source;
    private final int longest;
    private final char[] in = new char[STEP];
    private final char[] out = new char[STEP * LONGEST_ESCAPE + 64];
    private final StringBuilder held = new StringBuilder();
    private State state = State.TEXT;
    private int outStart;
    private int outEnd;
    private int length;
    private char quote;
    private char last;
    private char beforeLast;

    MarkupGuard(Reader source, int longest) {
        this.source = source;
        this.longest = longest;
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        while (outStart == outEnd) {
            int read = source.read(in, 0, STEP);
            if (read < 0) {
                return end();
            }
            outStart = 0;
            outEnd = 0;
            pass(read);
        }
        int given = Math.min(wanted, outEnd - outStart);
        System.arraycopy(out, outStart, target, offset, given);
        outStart += given;
        return given;
    }

    @Override
    public void close() {
        // The source belongs to the caller.
    }

    private int end() throws FaultException {
        if (state != State.TEXT) {
            throw new FaultException("edXML", EdxmlRule.MALFORMED);
        }
        return -1;
    }

    private void pass(int end) throws FaultException {
        int at = 0;
        while (at < end) {
            if (state == State.TEXT) {
                at = passText(at, end);
            } else {
                step(in[at++]);
            }
        }
    }

    /** Copies a run of text up to the next markup. */
    private int passText(int from, int end) {
        int at = from;
        while (at < end && in[at] != '<' && in[at] != '&') {
            at++;
        }
        System.arraycopy(in, from, out, outEnd, at - from);
        outEnd += at - from;
        if (at == end) {
            return at;
        }
        state = in[at] == '<' ? State.OPENING : State.REFERENCE;
        held.setLength(0);
        held.append(in[at]);
        return at + 1;
    }

    private void step(char next) throws FaultException {
        switch (state) {
            case TEXT -> throw new IllegalStateException("text is passed in runs");
            case OPENING -> open(next);
            case DECLARATION -> declare(next);
            case REFERENCE -> refer(next);
            case TAG -> inTag(next);
            case QUOTED -> {
                emit(next);
                state = next == quote ? State.TAG : State.QUOTED;
            }
            case COMMENT -> endWith(next, next == '>' && last == '-' && beforeLast == '-');
            case INSTRUCTION -> endWith(next, next == '>' && last == '?');
            case CDATA -> inCdata(next);
        }
    }

    private void open(char next) throws FaultException {
        length = 0;
        if (next == '!') {
            held.append(next);
            state = State.DECLARATION;
            return;
        }
        emit('<');
        last = 0;
        beforeLast = 0;
        if (next == '?') {
            emit(next);
            state = State.INSTRUCTION;
        } else {
            state = State.TAG;
            inTag(next);
        }
    }

    private void declare(char next) throws FaultException {
        held.append(next);
        String so = held.toString();
        last = 0;
        beforeLast = 0;
        if (so.equals(COMMENT)) {
            emit(so);
            state = State.COMMENT;
        } else if (so.equals(CDATA)) {
            state = State.CDATA;
        } else if (!COMMENT.startsWith(so) && !CDATA.startsWith(so)) {
            throw new FaultException("edXML", EdxmlRule.DOCTYPE);
        }
    }

    private void refer(char next) throws FaultException {
        held.append(next);
        if (next != ';') {
            if (held.length() > LONGEST_REFERENCE) {
                throw new FaultException("edXML", EdxmlRule.MALFORMED);
            }
            return;
        }
        String name = held.substring(1, held.length() - 1);
        if (!name.startsWith("#") && !ENTITIES.contains(name)) {
            throw new FaultException("edXML", EdxmlRule.DOCTYPE);
        }
        length = 0;
        emit(held.toString());
        state = State.TEXT;
    }

    private void inTag(char next) throws FaultException {
        emit(next);
        if (next == '"' || next == '\'') {
            quote = next;
            state = State.QUOTED;
        } else if (next == '>') {
            state = State.TEXT;
        }
    }

    private void endWith(char next, boolean ends) throws FaultException {
        emit(next);
        beforeLast = last;
        last = next;
        if (ends) {
            state = State.TEXT;
        }
    }

    /** Keeps two characters back, which may be the beginning of the end. */
    private void inCdata(char next) throws FaultException {
        if (next == 0) {
            throw new FaultException("edXML", EdxmlRule.MALFORMED);
        }
        boolean ends = next == '>' && last == ']' && beforeLast == ']';
        if (ends) {
            state = State.TEXT;
            return;
        }
        escape(beforeLast);
        beforeLast = last;
        last = next;
    }

    private void escape(char character) {
        switch (character) {
            case 0 -> {}
            case '<' -> put("&lt;");
            case '>' -> put("&gt;");
            case '&' -> put("&amp;");
            default -> out[outEnd++] = character;
        }
    }

    private void put(String text) {
        text.getChars(0, text.length(), out, outEnd);
        outEnd += text.length();
    }

    private void emit(String text) throws FaultException {
        for (int i = 0; i < text.length(); i++) {
            emit(text.charAt(i));
        }
    }

    private void emit(char character) throws FaultException {
        if (++length > longest) {
            throw new FaultException("edXML", EdxmlRule.MARKUP, "≤ " + longest);
        }
        out[outEnd++] = character;
    }

    private enum State {
        TEXT,
        OPENING,
        DECLARATION,
        REFERENCE,
        TAG,
        QUOTED,
        COMMENT,
        INSTRUCTION,
        CDATA
    }
}
