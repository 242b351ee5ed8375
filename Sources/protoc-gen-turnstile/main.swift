runPlugin()
