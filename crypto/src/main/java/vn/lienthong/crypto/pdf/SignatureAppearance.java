package vn.lienthong.crypto.pdf;

/** What a signature looks like on the page (Decree 30/2020/NĐ-CP Annex I). */
public sealed interface SignatureAppearance {

    /**
     * The competent person: the image of the handwritten signature, blue, centred between office and name (box 7c).
     *
     * @param box the room between office and name
     * @param image the image; it keeps its shape
     */
    record HandwrittenSignature(PageBox box, PngImage image) implements SignatureAppearance {

        /** Returns the part of the box that the image covers. */
        public PageBox occupied() {
            return box.fit(image);
        }
    }

    /**
     * The agency on the main file: the image of the seal, red, in real size, over about a third of the person's
     * signature, to its left (box 8).
     *
     * @param signature the place that the person's signature image covers
     * @param image the image of the seal
     * @param widthMillimetres the real width of the seal, at most 100
     */
    record AgencySeal(PageBox signature, PngImage image, double widthMillimetres) implements SignatureAppearance {

        private static final double MAX_WIDTH = 100;

        /** Refuses a seal without or with an absurd width. */
        public AgencySeal {
            if (!(widthMillimetres > 0) || widthMillimetres > MAX_WIDTH) {
                throw new IllegalArgumentException("a seal is 0 to 100 mm wide");
            }
        }

        /** Places the seal of {@code widthMillimetres} beside a person's signature. */
        public static AgencySeal over(HandwrittenSignature signature, PngImage seal, double widthMillimetres) {
            return new AgencySeal(signature.occupied(), seal, widthMillimetres);
        }

        /** Returns the place of the seal: its right edge lies a third into the signature. */
        public PageBox occupied() {
            double width = PageBox.millimetres(widthMillimetres);
            double height = width * image.height() / image.width();
            double x = signature.x() + signature.width() / 3 - width;
            double y = signature.y() + (signature.height() - height) / 2;
            return new PageBox(signature.page(), x, y, width, height);
        }
    }

    /**
     * The agency on an attachment in a file of its own: number and notation of the main document and the signing time,
     * top right on the first page, no image.
     *
     * @param notation số và ký hiệu of the document that the file belongs to
     */
    record AttachmentMark(String notation) implements SignatureAppearance {}

    /**
     * The agency on an electronic copy: form of copy, agency, signing time, top right on the first page (box 14).
     *
     * @param form the form of copy
     * @param agency the name of the agency that makes the copy
     */
    record CopyMark(CopyForm form, String agency) implements SignatureAppearance {}

    /** Nothing to see, for files whose appearance nobody prescribes. */
    record Invisible() implements SignatureAppearance {}
}
