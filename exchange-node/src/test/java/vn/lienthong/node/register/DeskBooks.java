package vn.lienthong.node.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.register.BookKind;
import vn.lienthong.node.identity.AccountCreation;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.NewAccount;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.listener.ListenerPorts;
import vn.lienthong.node.web.PageWish;

/** Books with lines, and people who look at them. */
final class DeskBooks {
    private static final String PASSWORD = "sổ sách phân minh 2026";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LoginName PROGRAM = new LoginName("program");

    private final Accounts accounts;
    private final Registers registers;
    private final TransactionTemplate transactions;
    private final String origin;

    DeskBooks(Accounts accounts, Registers registers, TransactionTemplate transactions, ListenerPorts ports) {
        this.accounts = accounts;
        this.registers = registers;
        this.transactions = transactions;
        this.origin = "https://127.0.0.1:" + ports.api();
    }

    String origin() {
        return origin;
    }

    Book incoming(AgencyCode agency, int lines) {
        Book book = registers.standardBook(agency, BookKind.INCOMING);
        for (int i = 1; i <= lines; i++) {
            EntryFacts facts = new EntryFacts.Incoming(
                    LocalDate.of(2026, Month.JANUARY, 5),
                    new EntryFacts.Author(null, i % 2 == 0 ? "Văn phòng Chính phủ" : "Sở Khoa học và Công nghệ"),
                    new DocumentCode("" + (7000 + i), "VPCP-KSTT"),
                    LocalDate.of(2026, Month.JANUARY, 2),
                    "Công văn",
                    "Về việc đẩy mạnh chuyển đổi số, gửi nhận văn bản điện tử giữa các cơ quan trong hệ thống chính"
                            + " trị",
                    "Trần Văn B",
                    "Phòng Văn hóa - Xã hội",
                    null,
                    i % 5 == 0 ? Urgency.EXPRESS : Urgency.ORDINARY,
                    Secrecy.ORDINARY,
                    "");
            issued(order(agency, book, facts));
        }
        return book;
    }

    Book outgoing(AgencyCode agency, int lines) {
        Book book = registers.standardBook(agency, BookKind.OUTGOING);
        for (int i = 1; i <= lines; i++) {
            issued(order(agency, book, facts(i)));
        }
        return book;
    }

    EntryFacts facts(int number) {
        return new EntryFacts.Outgoing(
                LocalDate.of(2026, Month.NOVEMBER, 20),
                "Quyết định",
                "",
                "Phê duyệt kế hoạch số " + number + " về chuyển đổi số",
                "Nguyễn Văn An",
                "Như Điều 3; Thường trực Tỉnh ủy; các phó chủ tịch",
                "Lưu: VT, VX",
                12,
                Urgency.ORDINARY,
                Secrecy.ORDINARY,
                "");
    }

    void cancel(AgencyCode agency, Book book) {
        RegisterEntry last = registers
                .list(EntryFilter.all(agency, book.id()), wish())
                .rows()
                .getFirst();
        var _ = transactions.execute(_ -> registers.cancel(agency, last.id(), "Ký nhầm thẩm quyền", PROGRAM));
    }

    NumberAnswer issue(AgencyCode agency, Book book) {
        NumberAnswer answer = transactions.execute(_ -> registers.issue(order(agency, book, facts(0))));
        if (answer == null) {
            throw new AssertionError("no answer");
        }
        return answer;
    }

    void issued(IssueOrder order) {
        NumberAnswer answer = transactions.execute(_ -> registers.issue(order));
        assertThat(answer).isInstanceOf(NumberAnswer.Issued.class);
    }

    IssueOrder order(AgencyCode agency, Book book, EntryFacts facts) {
        return IssueOrder.next(agency, book.id(), facts, "desk-test:" + NUMBER.incrementAndGet(), PROGRAM);
    }

    PageWish wish() {
        return new PageWish(null, 10);
    }

    Page signedIn(BrowserContext context, LoginName login) {
        Page page = context.newPage();
        page.navigate(origin + "/sign-in");
        page.getByLabel("Tên đăng nhập").fill(login.value());
        page.getByLabel("Mật khẩu").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }

    LoginName account(Role role, String name, AgencyCode agency) {
        LoginName login = new LoginName("books" + NUMBER.incrementAndGet());
        NewAccount account = new NewAccount(login, name, Set.of(role), Set.of(agency));
        assertThat(accounts.create(account, PASSWORD)).isInstanceOf(AccountCreation.Created.class);
        return login;
    }
}
