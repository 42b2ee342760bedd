@NullMarked
package vn.lienthong.node.webhook.internal;

import org.jspecify.annotations.NullMarked;
