package vn.lienthong.crypto.pdf;

import java.util.List;

/**
 * What is burnt into every picture of a page: who looks, for whom, when, and the short code of the look.
 *
 * @param lines one to four lines of 1 to 120 letters; the first two run across the page, all of them stand below it
 */
public record Watermark(List<String> lines) {

    private static final int MOST_LINES = 4;
    private static final int LONGEST = 120;

    /** Copies the lines; what is too long is cut, control characters become blanks. */
    public Watermark {
        lines = lines.stream()
                .map(line -> line.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) : line)
                .toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("a watermark has one to four lines");
        }
    }

    /** Never prints whose look it is. */
    @Override
    public String toString() {
        return "Watermark[" + lines.size() + " lines]";
    }
}
