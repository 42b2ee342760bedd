package vn.lienthong.node.days;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.testing.ChromiumExtension.Window;

/** The province's clerk, who stays signed in and sends what the other days need. */
final class Province {

    private final Desk desk;
    private final LoginName clerk;
    private @Nullable Page page;

    Province(Desk desk, LoginName clerk) {
        this.desk = desk;
        this.clerk = clerk;
    }

    /** Sends an express document now; its path there. */
    String send(Window window, String subject, String block, int recipients) throws IOException, PdfSigningException {
        return new Composing(desk, page(window), true).sendNow(subject, block, recipients);
    }

    /** The clerk's window, open until the browser is closed. */
    Page page(Window window) {
        Page open = page;
        if (open == null) {
            BrowserContext context = window.open(Stage.WIDTH, Stage.HEIGHT, true);
            open = desk.signedIn(context, clerk);
            page = open;
        }
        return open;
    }
}
