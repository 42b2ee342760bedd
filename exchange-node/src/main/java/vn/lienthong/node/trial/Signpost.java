package vn.lienthong.node.trial;

import java.nio.file.Path;

/** Says where everything is and how to log in. The log-ins are freshly drawn and belong to this trial alone. */
final class Signpost {

    private Signpost() {}

    static void print(Endpoints endpoints, Path trial, Narrator narrator) {
        narrator.part("Địa chỉ và tài khoản", "Addresses and log-ins");
        print(endpoints.directory(), narrator);
        endpoints.nodes().forEach(node -> print(node, narrator));
        narrator.say("");
        narrator.say("Tất cả (kèm khóa API) / all of it, with API keys: " + trial.resolve(Endpoints.FILE_NAME));
        narrator.say("Chứng thư CA cho trình duyệt / CA certificate for a browser: "
                + endpoints.directory().caCertificate());
        narrator.say(
                "Mã xác thực lúc này / authentication codes of this moment: deploy/lienthong codes --dir " + trial);
        narrator.say("Dừng / stop: Ctrl-C");
    }

    private static void print(Endpoints.Installation installation, Narrator narrator) {
        String codes = String.join(", ", installation.agencyCodes());
        narrator.say(installation.baseUrl() + "  " + installation.name() + (codes.isEmpty() ? "" : "  " + codes));
        for (Endpoints.User user : installation.users()) {
            narrator.say("    " + user.login() + " / " + user.password() + "  " + user.roles());
            if (user.totpSecret() != null) {
                narrator.say("        khóa TOTP / TOTP secret " + user.totpSecret());
            }
        }
    }
}
