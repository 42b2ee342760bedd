package vn.lienthong.node.outgoing.internal.signing;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.SignaturePlace;
import vn.lienthong.crypto.pdf.SignaturePlaces;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.file.DraftFiles;
import vn.lienthong.node.platform.InNodeRole;

/** Where the signature goes: above the signer's name, or where the clerk pointed. */
@InNodeRole
@Component
class Placing {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DraftFiles files;
    private final SignaturePlaces places;
    private final InstantSource clock;

    Placing(DraftFiles files, InstantSource clock) {
        this.files = files;
        this.places = new SignaturePlaces(clock);
        this.clock = clock;
    }

    /**
     * The place on a page as forms carry it.
     *
     * @param page from 1
     * @param x of the middle, in whole points from the left
     * @param y of the middle, in whole points from above
     * @param width of the room, in points
     * @param height of the room, in points
     * @param pageWidth in points
     * @param pageHeight in points
     * @param pages of the document
     * @param found whether the signer's name was found, or the clerk chose
     */
    record Spot(
            int page,
            long x,
            long y,
            double width,
            double height,
            double pageWidth,
            double pageHeight,
            int pages,
            boolean found) {

        static Spot of(SignaturePlace place) {
            PageBox room = place.room();
            return new Spot(
                    room.page(),
                    Math.round(room.x() + room.width() / 2),
                    Math.round(place.pageHeight() - room.y() - room.height() / 2),
                    room.width(),
                    room.height(),
                    place.pageWidth(),
                    place.pageHeight(),
                    place.pages(),
                    place.found());
        }

        /** The left edge of the room. */
        public double left() {
            return x - width / 2;
        }

        /** The upper edge of the room. */
        public double top() {
            return y - height / 2;
        }

        /** The room in the way of the document: from below. */
        PageBox room() {
            return new PageBox(page, x - width / 2, pageHeight - y - height / 2, width, height);
        }
    }

    /** The place: of the parameters {@code page}, {@code x}, {@code y} when they are there, else above the signer's name. */
    Optional<Spot> spot(Outgoing document, DraftFile main, Map<String, String> parameters) throws IOException {
        byte[] pdf = files.octets(main);
        int page = number(parameters, "page");
        int x = number(parameters, "x");
        int y = number(parameters, "y");
        Optional<SignaturePlace> usual = places.find(
                pdf, document.typed().line(Field.SIGNER), clock.instant().plus(PATIENCE));
        if (page > 0 && x >= 0 && y >= 0) {
            return places.at(pdf, page, x, 0)
                    .flatMap(at -> places.at(pdf, page, x, at.pageHeight() - y))
                    .map(Spot::of);
        }
        return usual.map(Spot::of);
    }

    private static int number(Map<String, String> parameters, String name) {
        String text = parameters.getOrDefault(name, "");
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    }
}
