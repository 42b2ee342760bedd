package vn.lienthong.crypto.log;

/** The tail of a path that tiles and bundles have in common: index in groups of three digits, and the width of a partial one. */
record TilePath(long index, int width) {

    private static final int GROUP = 1000;
    private static final int MAX_LENGTH = 40;
    private static final String PARTIAL = ".p/";

    static TilePath parse(String text) throws LogFormatException {
        if (text.length() > MAX_LENGTH) {
            throw new LogFormatException("the path of a tile is too long");
        }
        int partial = text.indexOf(PARTIAL);
        TilePath path = partial < 0
                ? new TilePath(index(text), TileCoordinate.FULL_WIDTH)
                : new TilePath(index(text.substring(0, partial)), width(text.substring(partial + PARTIAL.length())));
        if (!path.text().equals(text)) {
            throw new LogFormatException("the path of a tile has one spelling only");
        }
        return path;
    }

    private static long index(String groups) throws LogFormatException {
        String digits = groups.replace("/", "").replace("x", "");
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return NoteText.decimal(digits.substring(zeros), "tile index");
    }

    private static int width(String text) throws LogFormatException {
        long width = NoteText.decimal(text, "tile width");
        if (width < 1 || width >= TileCoordinate.FULL_WIDTH) {
            throw new LogFormatException("a partial tile is 1 to 255 wide");
        }
        return (int) width;
    }

    String text() {
        StringBuilder path = new StringBuilder(group(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x" + group(rest % GROUP) + "/");
        }
        if (width < TileCoordinate.FULL_WIDTH) {
            path.append(PARTIAL).append(width);
        }
        return path.toString();
    }

    private static String group(long value) {
        return Long.toString(GROUP + value).substring(1);
    }
}
