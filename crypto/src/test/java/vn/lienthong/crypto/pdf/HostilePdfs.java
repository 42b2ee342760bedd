package vn.lienthong.crypto.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Documents that nobody should take in. */
final class HostilePdfs {

    private HostilePdfs() {}

    /** Something done to a document with two empty pages. */
    interface Change {
        void apply(PDDocument document) throws IOException;
    }

    static byte[] with(Change change) throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());
            change.apply(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    static byte[] catalogEntry(String key, COSDictionary value) throws IOException {
        return with(document -> document.getDocumentCatalog().getCOSObject().setItem(key, value));
    }

    static COSDictionary action(String kind) {
        COSDictionary action = new COSDictionary();
        action.setName(COSName.S, kind);
        return action;
    }

    static COSDictionary subtype(String kind) {
        COSDictionary annotation = new COSDictionary();
        annotation.setName(COSName.SUBTYPE, kind);
        return annotation;
    }

    /** An annotation on the second page, as an object of its own. */
    static byte[] annotation(COSDictionary annotation) throws IOException {
        return with(document -> {
            COSArray list = new COSArray();
            list.add(new COSObject(annotation));
            document.getPage(1).getCOSObject().setItem(COSName.ANNOTS, list);
        });
    }

    static byte[] embeddedFile(String name) throws IOException {
        return with(document -> {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(name);
            file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1, 2, 3})));
            document.getDocumentCatalog().getCOSObject().setItem("LtFile", file);
        });
    }

    static byte[] encrypted(String userPassword) throws IOException {
        return with(document -> {
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    /** A stream with given filters whose raw octets are {@code layers} times deflated zeros. */
    static byte[] stream(List<String> filters, int layers, int zeros) throws IOException {
        return with(document -> {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream raw = stream.createRawOutputStream()) {
                raw.write(deflatedZeros(layers, zeros));
            }
            COSArray chain = new COSArray();
            filters.forEach(filter -> chain.add(COSName.getPDFName(filter)));
            stream.setItem(COSName.FILTER, chain);
            document.getDocumentCatalog().getCOSObject().setItem("LtStream", stream);
        });
    }

    private static byte[] deflatedZeros(int layers, int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStream chain = out;
        for (int i = 0; i < layers; i++) {
            chain = new DeflaterOutputStream(chain);
        }
        try (OutputStream last = chain) {
            byte[] block = new byte[1 << 16];
            for (int written = 0; written < zeros; written += block.length) {
                last.write(block);
            }
        }
        return out.toByteArray();
    }

    static byte[] nested(int depth) throws IOException {
        return with(document -> {
            COSArray inner = new COSArray();
            for (int i = 0; i < depth; i++) {
                COSArray outer = new COSArray();
                outer.add(inner);
                inner = outer;
            }
            document.getDocumentCatalog().getCOSObject().setItem("LtNest", inner);
        });
    }

    static byte[] objects(int count) throws IOException {
        return with(document -> {
            COSArray list = new COSArray();
            for (int i = 0; i < count; i++) {
                COSDictionary entry = new COSDictionary();
                entry.setItem("Text", new COSString("x" + i));
                list.add(new COSObject(entry));
            }
            document.getDocumentCatalog().getCOSObject().setItem("LtMany", list);
        });
    }
}
