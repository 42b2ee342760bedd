package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;

/** Visits every object of the cross-reference table once, whether the document uses it or not. */
final class ObjectWalk {

    private final PDDocument document;
    private final PdfInspectionLimits limits;
    private final FindingLog log;
    private final StreamFilters filters;
    private final IdentityHashMap<COSBase, Integer> pages = new IdentityHashMap<>();

    ObjectWalk(PDDocument document, PdfInspectionLimits limits, FindingLog log) {
        this.document = document;
        this.limits = limits;
        this.log = log;
        this.filters = new StreamFilters(log, new InflationBudget(log, limits.maxInflatedBytes()));
    }

    void run() throws IOException {
        Set<COSObjectKey> keys = document.getDocument().getXrefTable().keySet();
        if (keys.size() > limits.maxObjects()) {
            log.blockAndStop(Kind.TOO_MANY_OBJECTS);
        }
        if (document.getNumberOfPages() > limits.maxPages()) {
            log.blockAndStop(Kind.TOO_MANY_PAGES);
        }
        indexPages();
        visit(document.getDocument().getTrailer(), new Place(0, ""), 0);
        for (COSObjectKey key : keys) {
            log.checkDeadline();
            visitObject(key);
        }
    }

    private void indexPages() throws IOException {
        int number = 0;
        for (PDPage page : document.getPages()) {
            log.checkDeadline();
            number++;
            if (number > limits.maxPages()) {
                log.blockAndStop(Kind.TOO_MANY_PAGES);
            }
            pages.put(page.getCOSObject(), number);
            COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
            for (int i = 0; annotations != null && i < annotations.size(); i++) {
                COSBase annotation = annotations.getObject(i);
                if (annotation != null) {
                    pages.put(annotation, number);
                }
            }
        }
    }

    private void visitObject(COSObjectKey key) throws IOException {
        String name = key.getNumber() + " " + key.getGeneration();
        try {
            COSBase object = document.getDocument().getObjectFromPool(key).getObject();
            if (object != null) {
                visit(object, new Place(pages.getOrDefault(object, 0), name), 0);
            }
        } catch (FindingLog.Stop e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Every parse that throws anything is a refusal.
            log.block(Kind.UNREADABLE, name);
        }
    }

    private void visit(COSBase object, Place place, int depth) throws IOException {
        if (depth > limits.maxDepth()) {
            log.block(Kind.TOO_DEEP, place.object());
            return;
        }
        if (object instanceof COSDictionary dictionary) {
            ContentRules.check(dictionary, place, limits, log);
            for (COSBase value : dictionary.getValues()) {
                visit(value, place, depth + 1);
            }
        }
        if (object instanceof COSArray array) {
            for (COSBase value : array) {
                visit(value, place, depth + 1);
            }
        }
        if (object instanceof COSStream stream) {
            filters.check(stream, place);
        }
    }

    /**
     * Where something is.
     *
     * @param page the page, 0 for none
     * @param object the object number and generation, empty for the trailer
     */
    record Place(int page, String object) {}
}
