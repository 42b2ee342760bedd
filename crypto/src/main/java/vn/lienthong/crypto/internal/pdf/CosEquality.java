package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Compares objects of two revisions; references are equal when they name the same object. */
final class CosEquality {

    private static final int MAX_DEPTH = 64;

    private CosEquality() {}

    /** Compares, leaving out some keys of the outermost dictionary. */
    static boolean same(@Nullable COSBase one, @Nullable COSBase two, Set<COSName> except) throws IOException {
        return same(one, two, except, 0);
    }

    private static boolean same(@Nullable COSBase one, @Nullable COSBase two, Set<COSName> except, int depth)
            throws IOException {
        if (one == null || two == null || depth > MAX_DEPTH) {
            return one == null && two == null;
        }
        if (one instanceof COSObject first && two instanceof COSObject second) {
            return first.getKey().equals(second.getKey());
        }
        if (one instanceof COSStream first && two instanceof COSStream second) {
            return sameEntries(first, second, except, depth) && sameOctets(first, second);
        }
        if (one instanceof COSDictionary first && two instanceof COSDictionary second) {
            return first.getClass() == second.getClass() && sameEntries(first, second, except, depth);
        }
        if (one instanceof COSArray first && two instanceof COSArray second) {
            return sameItems(first, second, depth);
        }
        return one.equals(two);
    }

    private static boolean sameEntries(COSDictionary one, COSDictionary two, Set<COSName> except, int depth)
            throws IOException {
        Set<COSName> keys = new HashSet<>(one.keySet());
        keys.addAll(two.keySet());
        keys.removeAll(except);
        for (COSName key : keys) {
            if (!same(one.getItem(key), two.getItem(key), Set.of(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameItems(COSArray one, COSArray two, int depth) throws IOException {
        if (one.size() != two.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), two.get(i), Set.of(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameOctets(COSStream one, COSStream two) throws IOException {
        try (InputStream first = one.createRawInputStream();
                InputStream second = two.createRawInputStream()) {
            return Arrays.equals(first.readAllBytes(), second.readAllBytes());
        }
    }
}
