package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Compares the part of a document that the last signature covers with the whole: what came later may be validation data
 * (DSS, VRI) and document timestamps, nothing else. New objects need no look of their own: only objects that the signed
 * part has can lead to them, and each of those is compared.
 */
final class LaterRevisions {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final COSName SIG_FLAGS = COSName.getPDFName("SigFlags");
    private static final Set<COSName> CATALOG_MAY_CHANGE =
            Set.of(DSS, EXTENSIONS, COSName.ACRO_FORM, COSName.VERSION, COSName.METADATA);
    private static final Set<COSName> FORM_MAY_CHANGE = Set.of(COSName.FIELDS, SIG_FLAGS, COSName.DR, COSName.DA);
    private static final Set<COSName> INFO_MAY_CHANGE = Set.of(COSName.MOD_DATE, COSName.PRODUCER);
    private static final int MAX_DEPTH = 64;

    private final PDDocument signed;
    private final PDDocument whole;
    private final Set<COSObjectKey> awaited = new HashSet<>();

    LaterRevisions(PDDocument signed, PDDocument whole) {
        this.signed = signed;
        this.whole = whole;
    }

    boolean addOnlyValidationData() throws IOException {
        COSBase root = signed.getDocument().getTrailer().getItem(COSName.ROOT);
        if (!CosEquality.same(root, whole.getDocument().getTrailer().getItem(COSName.ROOT), Set.of())) {
            return false;
        }
        Set<COSObjectKey> before = signed.getDocument().getXrefTable().keySet();
        for (COSObjectKey key : before) {
            collectReferences(object(signed, key), 0);
        }
        for (COSObjectKey key : whole.getDocument().getXrefTable().keySet()) {
            COSBase now = object(whole, key);
            boolean fine =
                    before.contains(key) ? unchangedOrAllowed(key, object(signed, key), now) : !awaited.contains(key);
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private boolean unchangedOrAllowed(COSObjectKey key, @Nullable COSBase then, @Nullable COSBase now)
            throws IOException {
        if (CosEquality.same(then, now, Set.of())) {
            return true;
        }
        if (then instanceof COSArray old && now instanceof COSArray list) {
            return growsByTimestamps(old, list);
        }
        return then instanceof COSDictionary old
                && now instanceof COSDictionary dictionary
                && allowedChange(key, old, dictionary);
    }

    private boolean allowedChange(COSObjectKey key, COSDictionary then, COSDictionary now) throws IOException {
        if (trailerNames(COSName.ROOT, key)) {
            return CosEquality.same(then, now, CATALOG_MAY_CHANGE)
                    && allowedForm(then.getCOSDictionary(COSName.ACRO_FORM), now.getCOSDictionary(COSName.ACRO_FORM));
        }
        if (now.containsKey(COSName.FIELDS)) {
            return allowedForm(then, now);
        }
        if (COSName.PAGE.equals(now.getCOSName(COSName.TYPE))) {
            return CosEquality.same(then, now, Set.of(COSName.ANNOTS))
                    && growsByTimestamps(then.getCOSArray(COSName.ANNOTS), now.getCOSArray(COSName.ANNOTS));
        }
        return trailerNames(COSName.INFO, key) && CosEquality.same(then, now, INFO_MAY_CHANGE);
    }

    private boolean trailerNames(COSName entry, COSObjectKey key) {
        return whole.getDocument().getTrailer().getItem(entry) instanceof COSObject reference
                && key.equals(reference.getKey());
    }

    private static boolean allowedForm(@Nullable COSDictionary then, @Nullable COSDictionary now) throws IOException {
        if (then == null || now == null) {
            return then == null && now == null;
        }
        return CosEquality.same(then, now, FORM_MAY_CHANGE)
                && growsByTimestamps(then.getCOSArray(COSName.FIELDS), now.getCOSArray(COSName.FIELDS));
    }

    private static boolean growsByTimestamps(@Nullable COSArray then, @Nullable COSArray now) throws IOException {
        int known = then == null ? 0 : then.size();
        if (now == null || now.size() < known) {
            return now == null && known == 0;
        }
        for (int i = 0; i < now.size(); i++) {
            boolean fine = i < known
                    ? then != null && CosEquality.same(then.get(i), now.get(i), Set.of())
                    : now.getObject(i) instanceof COSDictionary added && isTimestamp(added);
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    /** A document timestamp, or its field; a field that shows something is no timestamp for this purpose. */
    private static boolean isTimestamp(COSDictionary dictionary) {
        COSDictionary value = dictionary.getCOSDictionary(COSName.V);
        if (value != null) {
            COSArray place = dictionary.getCOSArray(COSName.RECT);
            return COSName.SIG.equals(dictionary.getCOSName(COSName.FT)) && isEmpty(place) && isTimestamp(value);
        }
        return "ETSI.RFC3161".equals(dictionary.getNameAsString(COSName.SUB_FILTER, ""));
    }

    private static boolean isEmpty(@Nullable COSArray place) {
        if (place == null) {
            return true;
        }
        float[] edges = place.toFloatArray();
        return edges.length == 4 && (edges[0] == edges[2] || edges[1] == edges[3]);
    }

    /** A reference to nothing, which a later revision could fill, is as good as an object of the signed part. */
    private void collectReferences(@Nullable COSBase item, int depth) {
        if (item == null || depth > MAX_DEPTH) {
            return;
        }
        if (item instanceof COSObject reference) {
            awaited.add(reference.getKey());
        } else if (item instanceof COSDictionary dictionary) {
            dictionary.getValues().forEach(value -> collectReferences(value, depth + 1));
        } else if (item instanceof COSArray array) {
            array.forEach(value -> collectReferences(value, depth + 1));
        }
    }

    private static @Nullable COSBase object(PDDocument document, COSObjectKey key) {
        return document.getDocument().getObjectFromPool(key).getObject();
    }
}
