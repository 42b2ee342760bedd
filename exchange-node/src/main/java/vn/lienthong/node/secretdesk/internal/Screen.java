package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;
import vn.lienthong.node.secret.SecretCaller;

/** A page while it is made, and for whom. */
record Screen(SecretCaller caller, HttpServletRequest request, HttpServletResponse response, Model model) {

    @Override
    public String toString() {
        return "Screen[]";
    }
}
