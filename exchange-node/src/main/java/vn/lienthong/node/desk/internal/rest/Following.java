package vn.lienthong.node.desk.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.gateway.Problem.FieldProblem;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;

/** What the requests that follow a document have in common. */
final class Following {

    static final int LARGEST_PAGE = 100;
    static final int LONGEST_WAIT = 30;

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private Following() {}

    /** Who may send may also follow; {@code TRACK} is for those who may only look. */
    static void require(ApiCaller caller) {
        if (!caller.may(ApiScope.SUBMIT)) {
            Permissions.require(caller, ApiScope.TRACK);
        }
    }

    static int number(String parameter, String text, int min, int max) {
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw invalid("?" + parameter, "Cần một số nguyên từ " + min + " đến " + max);
    }

    static DeliveryStage stage(String name) {
        return Arrays.stream(DeliveryStage.values())
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("?state", "Không có trạng thái mang tên này"));
    }

    /** Reads an identifier; one that cannot be is one that nobody has. */
    static Optional<ParcelId> parcel(String text) {
        return ParcelId.parse(text);
    }

    private static ProblemException invalid(String pointer, String message) {
        return new ProblemException(ErrorCode.FIELD_INVALID, List.of(FieldProblem.invalid(pointer, message)));
    }
}
