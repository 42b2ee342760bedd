package vn.lienthong.node.days;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.testing.ChromiumExtension.Window;

/**
 * The two nodes with the people who work at them.
 *
 * @param nodes running
 * @param north pages of the province's node
 * @param south pages of the communes' node
 * @param people who work there
 * @param province the clerk who sends
 */
record Stage(TwoNodes nodes, Desk north, Desk south, People people, Province province) {

    static final int WIDTH = 1024;
    static final int HEIGHT = 600;

    private static final Pattern ARRIVED = Pattern.compile("/incoming/\\d+");

    /**
     * Who works at the two nodes.
     *
     * @param province clerk of the province and of its Party committee
     * @param commune clerk of the commune
     * @param colleague another clerk of the commune
     * @param neighbour clerk of the next commune
     * @param leader of the commune
     * @param officer of the commune
     */
    record People(
            LoginName province,
            LoginName commune,
            LoginName colleague,
            LoginName neighbour,
            LoginName leader,
            LoginName officer) {}

    static Stage of(TwoNodes nodes) {
        var north = nodes.north();
        var south = nodes.south();
        People people = new People(
                TwoNodes.person(north, "hoa.lt", "Lê Thị Hòa", Set.of(Role.CLERK), TwoNodes.PROVINCE, TwoNodes.PARTY),
                TwoNodes.person(south, "ba.tt", "Trần Thị Ba", Set.of(Role.CLERK), TwoNodes.COMMUNE),
                TwoNodes.person(south, "tu.nv", "Nguyễn Văn Tư", Set.of(Role.CLERK), TwoNodes.COMMUNE),
                TwoNodes.person(south, "sau.pt", "Phạm Thị Sáu", Set.of(Role.CLERK), TwoNodes.NEIGHBOUR),
                TwoNodes.person(south, "chu.tich", "Hoàng Văn Chủ", Set.of(Role.LEADER), TwoNodes.COMMUNE),
                TwoNodes.person(south, "chuyen.vien", "Đỗ Thị Viên", Set.of(Role.OFFICER), TwoNodes.COMMUNE));
        Desk desk = Desk.of(north);
        return new Stage(nodes, desk, Desk.of(south), people, new Province(desk, people.province()));
    }

    /** The province sends an express document now; its path there. */
    String send(Window window, String subject, String block, int recipients) throws IOException, PdfSigningException {
        return province.send(window, subject, block, recipients);
    }

    /** Waits until the document stands in the queue, opens it there, and gives its path. */
    String openArrived(Page page, String subject) {
        south.openUntil(page, "/incoming", "#queue", text -> text.contains(subject));
        page.locator("#queue tbody tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(subject))
                .locator("th a")
                .click();
        page.waitForLoadState();
        Matcher path = ARRIVED.matcher(page.url());
        assertThat(path.find()).as(page.url()).isTrue();
        return path.group();
    }
}
