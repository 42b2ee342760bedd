package vn.lienthong.node.database;

class BundledServerIT implements EmbeddedServerContract {

    @Override
    public boolean bundled() {
        return true;
    }
}
