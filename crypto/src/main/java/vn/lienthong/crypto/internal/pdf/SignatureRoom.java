package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.renderer.DivRenderer;
import com.itextpdf.layout.renderer.DrawContext;
import com.itextpdf.layout.renderer.IRenderer;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.pdf.PageBox;

/** The empty room between capacity and name; learns its place when the page is drawn. */
final class SignatureRoom {

    private static final float HEIGHT = (float) PageBox.millimetres(30);

    private @Nullable PageBox box;

    Div element() {
        Div room = new Div().setHeight(HEIGHT);
        room.setNextRenderer(new Locator(room));
        return room;
    }

    PageBox box() {
        if (box == null) {
            throw new IllegalStateException("the letter has not been drawn");
        }
        return box;
    }

    private final class Locator extends DivRenderer {

        private final Div room;

        Locator(Div room) {
            super(room);
            this.room = room;
        }

        @Override
        public IRenderer getNextRenderer() {
            return new Locator(room);
        }

        @Override
        public void draw(DrawContext context) {
            super.draw(context);
            Rectangle area = getOccupiedAreaBBox();
            box = new PageBox(
                    getOccupiedArea().getPageNumber(), area.getX(), area.getY(), area.getWidth(), area.getHeight());
        }
    }
}
